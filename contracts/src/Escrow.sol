// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {ISettlement, Source} from "./interfaces/ISettlement.sol";

/// @title Escrow
/// @notice See IEscrow.
contract Escrow is IEscrow, EIP712 {
    using SafeERC20 for IERC20;

    bytes32 public constant VOUCHER_TYPEHASH = keccak256("Voucher(address payer,address gateway,uint128 limit)");
    uint256 public constant THAW = 3 days;

    IERC20 public immutable token;
    ISettlement public immutable settlement;

    mapping(address payer => mapping(address gateway => Account)) private _accounts;
    mapping(address payer => mapping(address key => uint256 expiry)) public keyExpiry;

    /// @param token_ Neither fee-on-transfer nor rebasing.
    /// @param settlement_ May not be deployed yet; it pulls what is collected.
    constructor(IERC20 token_, ISettlement settlement_) EIP712("OpenEscrow", "1") {
        (token, settlement) = (token_, settlement_);
        token_.forceApprove(address(settlement_), type(uint256).max);
    }

    /// @inheritdoc IEscrow
    function deposit(address payer, address gateway, uint128 amount) external {
        _deposit(payer, gateway, amount);
    }

    /// @inheritdoc IEscrow
    function depositWithPermit(
        address payer,
        address gateway,
        uint128 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        // Anybody can take a permit from the mempool and use it first; then the allowance is there and the deposit must go on.
        try IERC20Permit(address(token)).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _deposit(payer, gateway, amount);
    }

    /// @inheritdoc IEscrow
    function setKey(address key, uint256 expiry) external {
        keyExpiry[msg.sender][key] = expiry;
        emit KeySet(msg.sender, key, expiry);
    }

    /// @inheritdoc IEscrow
    function collect(Voucher[] calldata vouchers) external returns (uint128 sum) {
        for (uint256 i; i < vouchers.length; ++i) {
            Voucher calldata v = vouchers[i];
            Account storage a = _accounts[v.payer][msg.sender];
            (uint128 balance, uint256 spent) = (a.balance, uint256(a.spent) + v.amount);
            if (spent > v.limit || !_isSigned(v)) revert Escrow_BadVoucher(i);
            if (v.amount > balance) revert Escrow_Insufficient(balance, v.amount);
            // Safe: amount <= balance, and spent <= limit, a uint128.
            unchecked {
                (a.balance, a.spent) = (balance - v.amount, uint128(spent));
            }
            sum += v.amount;
            emit Collected(v.payer, msg.sender, v.amount);
        }
        settlement.fund(sum, Source.Fees);
    }

    /// @inheritdoc IEscrow
    function thaw(address gateway, uint128 amount) external {
        Account storage a = _accounts[msg.sender][gateway];
        if (amount > a.balance) revert Escrow_Insufficient(a.balance, amount);
        uint48 at = uint48(block.timestamp + THAW);
        (a.thawing, a.thawedAt) = (amount, at);
        emit Thawing(msg.sender, gateway, amount, at);
    }

    /// @inheritdoc IEscrow
    function withdraw(address gateway) external returns (uint128 amount) {
        Account storage a = _accounts[msg.sender][gateway];
        (uint128 balance, uint128 thawing) = (a.balance, a.thawing);
        if (thawing == 0) revert Escrow_StillThawing(0);
        if (block.timestamp < a.thawedAt) revert Escrow_StillThawing(a.thawedAt);
        amount = thawing < balance ? thawing : balance;
        (a.balance, a.thawing, a.thawedAt) = (balance - amount, 0, 0);
        token.safeTransfer(msg.sender, amount);
        emit Withdrawn(msg.sender, gateway, amount);
    }

    /// @inheritdoc IEscrow
    function accountOf(address payer, address gateway) external view returns (Account memory) {
        return _accounts[payer][gateway];
    }

    function _deposit(address payer, address gateway, uint128 amount) private {
        _accounts[payer][gateway].balance += amount;
        token.safeTransferFrom(msg.sender, address(this), amount);
        emit Deposited(payer, gateway, amount);
    }

    /// A key first, a contract second: an account with delegated code (EIP-7702) still signs with its key.
    function _isSigned(Voucher calldata v) private view returns (bool) {
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(VOUCHER_TYPEHASH, v.payer, msg.sender, v.limit)));
        (address signer, ECDSA.RecoverError err,) = ECDSA.tryRecoverCalldata(digest, v.signature);
        if (err == ECDSA.RecoverError.NoError) {
            if (signer == v.payer || block.timestamp < keyExpiry[v.payer][signer]) return true;
        }
        return
            v.payer.code.length != 0
                && SignatureChecker.isValidERC1271SignatureNowCalldata(v.payer, digest, v.signature);
    }
}
