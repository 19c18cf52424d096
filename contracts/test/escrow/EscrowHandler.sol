// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {Open} from "../../src/Open.sol";
import {Vouchers} from "../base/Vouchers.sol";
import {Escrow} from "../../src/Escrow.sol";

/// Three payers, two gateways, honest signatures, every action there is.
contract EscrowHandler is Vouchers {
    uint256 public constant ACTIONS = 4;

    address[2] public gateways = [address(0x6A01), address(0x6A02)];
    uint256[3] private _keys = [0xE501, 0xE502, 0xE503];
    mapping(address payer => mapping(address gateway => uint128)) public highestLimit;
    uint256 public collected;
    mapping(uint256 action => uint256) public happened;
    uint256 private _now = block.timestamp;

    constructor(Open open_, Escrow escrow_) {
        (open, escrow) = (open_, escrow_);
    }

    /// Not a test: the world is the caller's.
    function setUp() public override {}

    function endow() external {
        for (uint256 i; i < 3; ++i) {
            address payer = payers(i);
            open.transfer(payer, 1e25);
            vm.prank(payer);
            open.approve(address(escrow), type(uint256).max);
        }
    }

    modifier timed() {
        vm.warp(_now);
        _;
    }

    function payers(uint256 i) public view returns (address) {
        return vm.addr(_keys[i % 3]);
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](ACTIONS);
        (selectors[0], selectors[1]) = (this.deposit.selector, this.collect.selector);
        (selectors[2], selectors[3]) = (this.thaw.selector, this.withdraw.selector);
    }

    function step(uint256 seed) external {
        uint256 action = seed % ACTIONS;
        (uint256 payer, uint256 gateway, uint256 value) = (seed >> 8, seed >> 16, seed >> 24);
        if (action == 0) deposit(payer, gateway, value);
        else if (action == 1) collect(payer, gateway, value, seed >> 32);
        else if (action == 2) thaw(payer, gateway, value);
        else withdraw(payer, gateway);
    }

    function deposit(uint256 payer, uint256 gateway, uint256 amount) public timed {
        vm.prank(payers(payer));
        escrow.deposit(payers(payer), gateways[gateway % 2], uint128(bound(amount, 1, 1e21)));
        ++happened[0];
    }

    function collect(uint256 payer, uint256 gateway, uint256 amount, uint256 slack) public timed {
        (address who, address to) = (payers(payer), gateways[gateway % 2]);
        IEscrow.Account memory account = escrow.accountOf(who, to);
        if (account.balance == 0) return;
        uint128 drawn = uint128(bound(amount, 1, account.balance));
        uint128 limit = account.spent + drawn + uint128(bound(slack, 0, 1e18));
        if (limit > highestLimit[who][to]) highestLimit[who][to] = limit;
        IEscrow.Voucher[] memory vs = new IEscrow.Voucher[](1);
        vs[0] = IEscrow.Voucher(who, limit, drawn, _sign(_keys[payer % 3], _voucherDigest(who, to, limit)));
        vm.prank(to);
        collected += escrow.collect(vs);
        ++happened[1];
    }

    function thaw(uint256 payer, uint256 gateway, uint256 amount) public timed {
        (address who, address at) = (payers(payer), gateways[gateway % 2]);
        uint128 balance = escrow.accountOf(who, at).balance;
        vm.prank(who);
        escrow.thaw(at, uint128(bound(amount, 0, balance)));
        ++happened[2];
    }

    function withdraw(uint256 payer, uint256 gateway) public timed {
        for (uint256 i; i < 6; ++i) {
            (address who, address at) = (payers(payer % 3 + i), gateways[(gateway % 2 + i / 3) % 2]);
            IEscrow.Account memory account = escrow.accountOf(who, at);
            if (account.thawing == 0) continue;
            if (_now < account.thawedAt) _now = account.thawedAt;
            vm.warp(_now);
            vm.prank(who);
            escrow.withdraw(at);
            ++happened[3];
            return;
        }
    }
}
