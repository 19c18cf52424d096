// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Governed} from "./Governed.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {ISettlement, Source} from "./interfaces/ISettlement.sol";

/// @title Escrow
/// @notice See IEscrow.
contract Escrow is IEscrow, Governed, EIP712 {
    using SafeERC20 for IERC20;

    bytes32 public constant VOUCHER_TYPEHASH = keccak256("Voucher(address payer,address gateway,uint128 limit)");
    /// Vouchers are drawn once a day; a second day for a collection that fails at first.
    uint256 public constant MIN_THAW = 2 days;
    /// Less than `NOTICE`: who does not like the next settlement can leave before it comes.
    uint256 public constant MAX_THAW = 13 days;
    uint256 public constant NOTICE = 14 days;
    uint256 public constant KEY_NOTICE = 2 days;

    IERC20 public immutable token;

    ISettlement public settlement;
    uint48 public thawTime;
    ISettlement public nextSettlement;
    uint48 public nextSettlementAt; // 0: nothing announced
    mapping(address payer => mapping(address gateway => Account)) private _accounts;
    mapping(address payer => mapping(address key => uint256 expiry)) public keyExpiry;

    /// @param token_ Neither fee-on-transfer nor rebasing.
    /// @param settlement_ May not be deployed yet; it pulls what is collected.
    constructor(IERC20 token_, ISettlement settlement_, address governance_)
        Governed(governance_)
        EIP712("OpenEscrow", "1")
    {
        token = token_;
        thawTime = uint48(_bounded("thawTime", 3 days, MIN_THAW, MAX_THAW));
        _setSettlement(settlement_);
    }

    /// @inheritdoc IEscrow
    function setThawTime(uint48 seconds_) external onlyGovernance {
        thawTime = uint48(_bounded("thawTime", seconds_, MIN_THAW, MAX_THAW));
    }

    /// @inheritdoc IEscrow
    function announceSettlement(ISettlement next) external onlyGovernance {
        (nextSettlement, nextSettlementAt) = (next, uint48(block.timestamp + NOTICE));
        emit SettlementAnnounced(address(next), nextSettlementAt);
    }

    /// @inheritdoc IEscrow
    function switchSettlement() external {
        ISettlement next = nextSettlement;
        if (nextSettlementAt == 0 || block.timestamp < nextSettlementAt) revert Escrow_NoticeRuns(nextSettlementAt);
        delete nextSettlement;
        delete nextSettlementAt;
        token.forceApprove(address(settlement), 0);
        _setSettlement(next);
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
        // What it has signed must be good until it is collected: a gateway has served on its word.
        uint256 least = Math.min(keyExpiry[msg.sender][key], block.timestamp + KEY_NOTICE);
        if (expiry < least) expiry = least;
        keyExpiry[msg.sender][key] = expiry;
        emit KeySet(msg.sender, key, expiry);
    }

    /// @inheritdoc IEscrow
    function collect(Voucher[] calldata vouchers) external returns (uint128 sum) {
        for (uint256 i; i < vouchers.length; ++i) {
            Voucher calldata v = vouchers[i];
            (address payer, uint128 limit, uint128 amount) = (v.payer, v.limit, v.amount);
            Account storage a = _accounts[payer][msg.sender];
            (uint128 balance, uint256 spent) = (a.balance, uint256(a.spent) + amount);
            if (spent > limit || !_isSigned(payer, limit, v.signature)) revert Escrow_BadVoucher(i);
            if (amount > balance) revert Escrow_Insufficient(balance, amount);
            // Safe: amount <= balance, and spent <= limit, a uint128.
            unchecked {
                (a.balance, a.spent) = (balance - amount, uint128(spent));
            }
            sum += amount;
            emit Collected(payer, msg.sender, amount);
        }
        settlement.fund(sum, Source.Fees);
    }

    /// @inheritdoc IEscrow
    function thaw(address gateway, uint128 amount) external {
        Account storage a = _accounts[msg.sender][gateway];
        if (amount > a.balance) revert Escrow_Insufficient(a.balance, amount);
        uint48 at = uint48(block.timestamp + thawTime);
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

    function _setSettlement(ISettlement settlement_) private {
        settlement = settlement_;
        token.forceApprove(address(settlement_), type(uint256).max);
        emit SettlementSet(address(settlement_));
    }

    function _deposit(address payer, address gateway, uint128 amount) private {
        _accounts[payer][gateway].balance += amount;
        token.safeTransferFrom(msg.sender, address(this), amount);
        emit Deposited(payer, gateway, amount);
    }

    /// A key first, a contract second: an account with delegated code (EIP-7702) still signs with its key.
    function _isSigned(address payer, uint128 limit, bytes calldata signature) private view returns (bool) {
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(VOUCHER_TYPEHASH, payer, msg.sender, limit)));
        (address signer, ECDSA.RecoverError err,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (err == ECDSA.RecoverError.NoError) {
            if (signer == payer || block.timestamp < keyExpiry[payer][signer]) return true;
        }
        return payer.code.length != 0 && SignatureChecker.isValidERC1271SignatureNowCalldata(payer, digest, signature);
    }
}
