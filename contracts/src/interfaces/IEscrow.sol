// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";

/// @title Escrow
/// @notice Prepaid balances earmarked per gateway, drawn by cumulative EIP-712 vouchers:
/// `Voucher(address payer,address gateway,uint128 limit)`. A newer voucher supersedes the last, so there are no nonces.
interface IEscrow {
    struct Voucher {
        address payer;
        uint128 limit; // cumulative: the most the gateway may ever have drawn
        uint128 amount; // drawn now; spent + amount <= limit
        bytes signature; // payer, one of its session keys, or ERC-1271
    }

    /// One per (payer, gateway): gateways do not trust each other, so one balance must not back two of them.
    struct Account {
        uint128 balance;
        uint128 spent; // cumulative
        uint128 thawing;
        uint48 thawedAt;
    }

    event Deposited(address indexed payer, address indexed gateway, uint256 amount);
    event Collected(address indexed payer, address indexed gateway, uint256 amount);
    event Thawing(address indexed payer, address indexed gateway, uint256 amount, uint256 at);
    event Withdrawn(address indexed payer, address indexed gateway, uint256 amount);
    event KeySet(address indexed payer, address indexed key, uint256 expiry);

    event SettlementAnnounced(address indexed settlement, uint256 at);
    event SettlementSet(address indexed settlement);

    /// @param index Position in the array: over its limit, or not signed by the payer or a live session key.
    error Escrow_BadVoucher(uint256 index);
    error Escrow_Insufficient(uint256 balance, uint256 amount);
    /// @param at When the withdrawal opens; 0 if nothing is thawing.
    error Escrow_StillThawing(uint256 at);
    /// @param until When the announced settlement may take over; 0 if none is announced.
    error Escrow_NoticeRuns(uint256 until);

    /// @notice Adds `amount` of the caller's tokens to the payer's balance at a gateway.
    function deposit(address payer, address gateway, uint128 amount) external;

    /// @notice `deposit` with the caller's permit. A permit somebody else has already used does not revert the deposit: its allowance is
    /// there.
    function depositWithPermit(
        address payer,
        address gateway,
        uint128 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Lets `key` sign the caller's vouchers until `expiry` (seconds, exclusive). 0 revokes. A key that is good stays so for
    /// `KEY_NOTICE` (2 days), or until it would have expired: what was served on its word can be collected.
    function setKey(address key, uint256 expiry) external;

    /// @notice Draws vouchers made out to the caller and funds the settlement with the sum. The caller may draw less than a limit, never
    /// more. Works while a balance thaws.
    function collect(Voucher[] calldata vouchers) external returns (uint128 sum);

    /// @notice Announces a withdrawal; replaces an earlier announcement. 0 cancels it.
    function thaw(address gateway, uint128 amount) external;

    /// @notice Takes out what has thawed, or what is left of it after later collections.
    function withdraw(address gateway) external returns (uint128 amount);

    function accountOf(address payer, address gateway) external view returns (Account memory);

    /// @notice When `key` stops signing for `payer`; 0 if it never did.
    function keyExpiry(address payer, address key) external view returns (uint256);

    /// @notice Announces where collected money goes next; it may take over after `NOTICE`, longer than any thaw. An older announcement is
    /// replaced. Vouchers and balances stay as they are. Only governance.
    function announceSettlement(ISettlement next) external;

    /// @notice Makes the announced settlement the one in force, once its notice has run. Anybody.
    function switchSettlement() external;

    /// @notice Sets how long withdrawals announced from now on thaw: 2 to 13 days. Only governance.
    function setThawTime(uint48 seconds_) external;

    function settlement() external view returns (ISettlement);
    function thawTime() external view returns (uint48);
}
